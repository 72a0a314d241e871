package org.microgram.ingest.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.microgram.demo.DemoData;
import org.microgram.ingest.Collected;
import org.microgram.standards.ChinaTime;
import org.tukaani.xz.XZInputStream;

/** What the publisher itself computed and printed in the daily files, such as {@code AQI} and {@code PM2.5_24h}: no reader's business. */
final class PublishedArchive {

    private PublishedArchive() {}

    interface Visitor {

        /**
         * @param type as in the file: {@code AQI}
         * @param startSecond start of the hour
         */
        void published(String type, String station, long startSecond, String text);
    }

    /** Visits every filled cell of a year; cells of unknown stations are passed over. */
    static void visit(int year, Visitor visitor) throws IOException {
        Map<String, String> ids = Collected.BEIJING.stationIdsByName();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(DemoData.open(year)))) {
            while (tar.getNextEntry() != null) {
                String[] lines = new String(tar.readAllBytes(), StandardCharsets.UTF_8).split("\r?\n");
                String[] header = lines[0].split(",", -1);
                for (int i = 1; i < lines.length; i++) {
                    row(header, lines[i].split(",", -1), ids, visitor);
                }
            }
        }
    }

    private static void row(String[] header, String[] cells, Map<String, String> ids, Visitor visitor) {
        LocalDate date = LocalDate.parse(cells[0], DateTimeFormatter.BASIC_ISO_DATE);
        long start = ChinaTime.startOf(date) + (Integer.parseInt(cells[1]) - 1) * 3600L;
        for (int i = 3; i < Math.min(header.length, cells.length); i++) {
            String station = ids.get(header[i].trim());
            if (station != null && !cells[i].isBlank()) {
                visitor.published(cells[2], station, start, cells[i].trim());
            }
        }
    }
}
