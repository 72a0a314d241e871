package org.microgram.standalone.platform;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks the process that owns a data directory to run a command on it. */
public final class ControlClient {

    private final int port;
    private final String secret;

    private ControlClient(int port, String secret) {
        this.port = port;
        this.secret = secret;
    }

    /** The owner of the directory, if one says how to reach it. */
    public static Optional<ControlClient> of(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve(ControlServer.FILE);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file).strip().split(" ", -1);
        return words.length == 2
                ? Optional.of(new ControlClient(Integer.parseInt(words[0]), words[1]))
                : Optional.empty();
    }

    /** Runs the command there and copies what it prints; returns its exit code. */
    public int execute(CommandCall call, OutputStream out, OutputStream err) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/command"))
                .header(ControlServer.SECRET_HEADER, secret)
                .POST(HttpRequest.BodyPublishers.ofString(call.print()))
                .build();
        HttpResponse<InputStream> answer = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .build()
                .send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("The process that owns the data directory answered " + answer.statusCode()
                    + "; it may just be ending. Try again.");
        }
        try (DataInputStream in = new DataInputStream(answer.body())) {
            while (true) {
                int channel = in.readByte();
                int number = in.readInt();
                if (channel == ControlServer.EXIT) {
                    return number;
                }
                byte[] bytes = in.readNBytes(number);
                OutputStream target = channel == ControlServer.OUT ? out : err;
                target.write(bytes);
                target.flush();
            }
        } catch (EOFException e) {
            throw new IOException(
                    "The process that owns the data directory ended before the command did."
                            + "\n-> start the command again: it goes on where it stood",
                    e);
        }
    }
}
