"""The figures of the desk, each measured against a control in the same run: `python -m tests.bench`."""
