"""Field maps at work: payloads into records and patches into what is sent, value by value through codecs."""
