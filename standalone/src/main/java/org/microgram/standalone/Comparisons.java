package org.microgram.standalone;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.microgram.dashboard.export.Published;
import org.microgram.dashboard.export.PublishedFigure;
import org.microgram.dashboard.web.Comparison;
import org.microgram.demo.DemoData;
import org.microgram.messages.network.Network;
import org.microgram.standalone.cli.Session;
import org.microgram.standalone.terminal.Tables;
import org.microgram.store.Store;

/** The table <em>published against ours</em>, with the reason of each difference; on the page and at the demo's end. */
public final class Comparisons {

    private Comparisons() {}

    public static List<Comparison> of(Store store, Network network) {
        try (InputStreamReader published = new InputStreamReader(DemoData.openPublished(), StandardCharsets.UTF_8)) {
            return new Published(store, network, PublishedFigure.read(published)).compare();
        } catch (IOException e) {
            throw new UncheckedIOException("the published figures that come with the program cannot be read", e);
        }
    }

    static void print(Session session, Store store, Network network) {
        List<String> header = List.of(
                session.lang().pick("数字", "figure"),
                session.lang().pick("发布", "published"),
                session.lang().pick("本系统", "ours"),
                session.lang().pick("差", "difference"),
                session.lang().pick("原因", "reason"));
        try (Tables table = session.table(header)) {
            for (Comparison each : of(store, network)) {
                table.row(List.of(
                        session.lang().pick(each.whatZh(), each.whatEn()),
                        orDash(each.published()),
                        orDash(each.ours()),
                        orDash(each.difference()),
                        session.lang().pick(each.reasonZh(), each.reasonEn())));
            }
        }
    }

    private static String orDash(String text) {
        return text == null || text.isEmpty() ? "–" : text;
    }
}
