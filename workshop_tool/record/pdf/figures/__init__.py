"""Figures of the record, each a flowable that draws what the facts say and works out nothing but places on paper."""
