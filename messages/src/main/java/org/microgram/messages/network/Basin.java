package org.microgram.messages.network;

import java.io.Serializable;

/** A river basin (流域). */
public record Basin(String id, String nameZh, String nameEn) implements Serializable {}
