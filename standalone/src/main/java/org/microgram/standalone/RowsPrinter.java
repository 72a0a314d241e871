package org.microgram.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.microgram.dashboard.explain.Subjects;
import org.microgram.dashboard.query.Query;
import org.microgram.dashboard.query.RowsCsv;
import org.microgram.dashboard.query.RowsJson;
import org.microgram.dashboard.query.RowsOut;
import org.microgram.dashboard.query.Views;
import org.microgram.messages.network.Network;
import org.microgram.messages.network.PublishedBases;
import org.microgram.messages.rows.Measurement;
import org.microgram.messages.rows.Row;
import org.microgram.standalone.cli.Session;
import org.microgram.standards.views.Span;
import org.microgram.store.Store;

/** What {@code query} and {@code rank} print: a table of a view for a person, else CSV with every field, or JSON. */
final class RowsPrinter {

    private final Session session;
    private final Network network;
    private final Views views;

    RowsPrinter(Session session, Store store, Network network) {
        this.session = session;
        this.network = network;
        this.views = new Views(store, network, PublishedBases.load(session.config(), network));
    }

    void query(Services.Query request) throws IOException {
        boolean view = Arrays.stream(Measurement.values())
                .anyMatch(m -> m.isView() && m.code().equals(request.measurement()));
        try (Output output = Output.of(session, request.out())) {
            new Query(views, network)
                    .write(
                            request.measurement(),
                            request.subjects(),
                            request.from().map(LocalDate::toString).orElse(null),
                            request.to().map(LocalDate::toString).orElse(null),
                            request.edition().orElse(null),
                            shape(output, request.out(), view));
        }
    }

    void rank(Services.Rank request) throws IOException {
        var rows = views.rank(request.level(), request.by(), Span.parse(request.period()));
        try (Output output = Output.of(session, request.out())) {
            RowsOut out = shape(output, request.out(), true);
            out.begin(Measurement.AIR_RANK);
            for (Row row : rows) {
                out.row(row);
            }
            out.end();
        }
    }

    private RowsOut shape(Output output, Optional<Path> file, boolean view) throws IOException {
        Subjects subjects = new Subjects(network);
        if (session.json()) {
            return new RowsJson(subjects, output.writer());
        }
        boolean person = view && file.isEmpty() && session.terminal().outIsTerminal();
        return person ? new ViewTable(session, subjects) : new RowsCsv(subjects, output.writer());
    }
}
