package org.microgram.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The public hourly archive of Beijing's stations that comes with the program: daily files as published, in one {@code .tar.xz} a year. Where
 * they come from is in SOURCES.md; hours in them are labelled by their end, in China Standard Time.
 */
public final class DemoData {

    /** The years that the demo shows: a year and its base. */
    public static final List<Integer> YEARS = List.of(2019, 2020);

    /** A year with real defects (files without a byte, rows cut off), for proofs. */
    public static final int YEAR_WITH_DEFECTS = 2016;

    private DemoData() {}

    /**
     * The archive of a year; the caller closes it.
     *
     * @throws FileNotFoundException when the year is not among the demo data
     */
    public static InputStream open(int year) throws IOException {
        return resource(archiveName(year));
    }

    /** Published figures of Beijing to hold results against: subject, figure, period, parameter, value, unit, source. UTF-8. */
    public static InputStream openPublished() throws IOException {
        return resource("published.csv");
    }

    /**
     * Copies the archives of {@link #YEARS} into a folder, which is created when it is not there.
     *
     * @return the folder, ready to be read with the format {@code beijing-archive}
     */
    public static Path unpackTo(Path dir) throws IOException {
        for (int year : YEARS) {
            unpackTo(dir, year);
        }
        return dir;
    }

    /**
     * Copies the archive of one year into a folder.
     *
     * @return the archive
     */
    public static Path unpackTo(Path dir, int year) throws IOException {
        Files.createDirectories(dir);
        Path target = dir.resolve(archiveName(year));
        Path part = dir.resolve(archiveName(year) + ".part");
        try (InputStream in = open(year)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        // Moved when it is whole: a process killed half-way leaves no half archive under the right name.
        return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String archiveName(int year) {
        return "beijing-" + year + ".tar.xz";
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = DemoData.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(name + " is not among the demo data; there are the years "
                    + YEAR_WITH_DEFECTS + " (proofs) and " + YEARS);
        }
        return in;
    }
}
