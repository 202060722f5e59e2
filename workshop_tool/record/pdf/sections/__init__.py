"""The sections of the record, a file each; ``workshop_tool.record.sections`` lists them in order."""
