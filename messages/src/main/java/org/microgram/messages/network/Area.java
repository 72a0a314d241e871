package org.microgram.messages.network;

import java.io.Serializable;

/**
 * A city or an assessment unit.
 *
 * @param id stable ASCII id: {@code beijing}, {@code dongcheng}
 * @param kind {@code city} or {@code unit}
 */
public record Area(String id, String nameZh, String nameEn, String kind) implements Serializable {}
