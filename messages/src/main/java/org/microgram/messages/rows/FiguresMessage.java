package org.microgram.messages.rows;

/** What the topic {@code figures} carries. */
public sealed interface FiguresMessage permits Row, Marker {}
