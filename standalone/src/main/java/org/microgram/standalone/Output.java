package org.microgram.standalone;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.microgram.standalone.cli.Session;

/** A file or the terminal, to write text to. */
record Output(Writer writer, boolean own) implements AutoCloseable {

    static Output of(Session session, Optional<Path> file) throws IOException {
        return file.isPresent()
                ? new Output(Files.newBufferedWriter(file.get(), StandardCharsets.UTF_8), true)
                : new Output(new OutputStreamWriter(session.terminal().out(), StandardCharsets.UTF_8), false);
    }

    @Override
    public void close() throws IOException {
        writer.flush();
        if (own) {
            writer.close();
        }
    }
}
