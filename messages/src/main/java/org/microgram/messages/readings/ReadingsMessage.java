package org.microgram.messages.readings;

/** What the topic {@code readings} carries. */
public sealed interface ReadingsMessage permits LedgerMessage, Tick {}
