package org.microgram.messages.network;

import java.io.Serializable;
import org.microgram.standards.water.SectionType;

/** A lake or reservoir: its points are averaged, and it has a trophic index. */
public record WaterBody(String id, String nameZh, String nameEn, SectionType type) implements Serializable {}
