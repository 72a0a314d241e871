package org.microgram.messages.network;

import java.io.Serializable;
import java.util.List;

/**
 * A river.
 *
 * @param sections ids in the order of the flow, as far as that is known
 * @param joins id of the river that it flows into; empty when it reaches the sea, or it is not known
 */
public record River(String id, String nameZh, String nameEn, String basin, List<String> sections, String joins)
        implements Serializable {}
