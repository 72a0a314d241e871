package org.microgram.standards.air;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microgram.standards.Faults;
import org.microgram.standards.Table;

/**
 * The editions that can judge: those that come with Microgram, and beside them those of a bureau. National ones decide what is published
 * on a day; the others only add a judgement.
 */
public final class Editions implements Serializable {

    private static final long serialVersionUID = 1;

    private static final String FOLDER = "editions/";

    private final List<Edition> all;

    private Editions(List<Edition> all) {
        this.all = List.copyOf(all);
    }

    /** Loaded when first asked for, so that the tables' own classes may ask back. */
    private static final class Shipped {

        static final Editions ALL = new Editions(load());
        static final List<Edition> LIMITS = ALL.all.stream()
                .filter(Edition::isNational)
                .filter(Edition::hasLimits)
                .toList();
        static final List<Edition> INDICES = ALL.all.stream()
                .filter(Edition::isNational)
                .filter(e -> e.index() != null)
                .toList();
    }

    /** Those that come with Microgram. */
    public static Editions shipped() {
        return Shipped.ALL;
    }

    /** The national editions of limits, in the order in which they came into force. */
    public static List<Edition> ofLimits() {
        return Shipped.LIMITS;
    }

    /** The national editions of the index, in the order in which they came into force. */
    static List<Edition> ofIndexEditions() {
        return Shipped.INDICES;
    }

    /** The national edition of limits in force on a day of sampling; empty before the first. */
    public static Optional<Edition> limitsOn(LocalDate day) {
        return Shipped.LIMITS.stream().filter(e -> e.holdsOn(day)).findFirst();
    }

    /** Whether days from first to last are judged by more than one edition, of limits or of the index (口径不一致). */
    public static boolean isMixed(LocalDate first, LocalDate last) {
        return !limitsOn(first).equals(limitsOn(last)) || SubIndex.on(first) != SubIndex.on(last);
    }

    /** These and a bureau's own. */
    public Editions with(List<Edition> local) {
        List<Edition> more = new ArrayList<>(all);
        more.addAll(local);
        return new Editions(more);
    }

    public List<Edition> all() {
        return all;
    }

    public List<String> names() {
        return all.stream().map(Edition::name).toList();
    }

    /**
     * An edition by name, in any case; after a colon the column of its limits that judges: {@code WHO 2021:IT-3}.
     *
     * @throws UnknownEdition saying which there are
     */
    public Edition get(String name) {
        int colon = name.indexOf(':');
        String plain = (colon < 0 ? name : name.substring(0, colon)).strip();
        Edition found = all.stream()
                .filter(e -> e.name().equalsIgnoreCase(plain) || e.folder().equalsIgnoreCase(plain))
                .findFirst()
                .orElseThrow(() -> new UnknownEdition(
                        "Found: edition \"" + plain + "\". Expected: one of " + String.join(", ", names())
                                + ". Do: write one of these, or add a folder to config/editions."));
        if (colon < 0) {
            return found;
        }
        String column = name.substring(colon + 1).strip();
        return found.grades().stream()
                .filter(column::equalsIgnoreCase)
                .findFirst()
                .map(found::at)
                .orElseThrow(() -> new UnknownEdition("Found: \"" + column + "\" of " + found.name()
                        + ". Expected: " + String.join(", ", found.grades())
                        + ". Do: write one of these after the colon, or leave it out for " + found.grade() + "."));
    }

    /** The index that goes with an edition: its own, or the one that it names; empty when it has none. */
    public Optional<SubIndex> indexOf(Edition edition) {
        return edition.index() != null
                ? Optional.of(edition.index())
                : all.stream()
                        .filter(e -> e.name().equals(edition.indexName()))
                        .map(Edition::index)
                        .findFirst();
    }

    /** The tables of a folder of this package by file name. */
    static Map<String, String> texts(String folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String file : EditionReader.FILES) {
            String name = FOLDER + folder + "/" + file;
            if (Table.exists(name)) {
                texts.put(file, Table.text(name));
            }
        }
        return texts;
    }

    /** The folders that come with Microgram. */
    static List<String> folders() {
        return Table.read(FOLDER + "index.csv").stream()
                .map(row -> row.get("folder"))
                .toList();
    }

    private static List<Edition> load() {
        List<Edition> editions = new ArrayList<>();
        for (String folder : folders()) {
            editions.add(new EditionReader(FOLDER + folder, texts(folder), Faults.FATAL)
                    .read()
                    .orElseThrow());
        }
        return editions;
    }

    /** A name that no edition has; the message says which there are. */
    public static final class UnknownEdition extends IllegalArgumentException {

        UnknownEdition(String message) {
            super(message);
        }
    }
}
