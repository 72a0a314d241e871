package org.microgram.standalone.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets a command of another process work on a data directory that this process owns: it sends its command line here, and what the command
 * prints goes back as it is printed.
 *
 * <p>Only whoever may read {@code DATA/control} can: the file holds the port and a secret, is this user's alone, and is new at every start.
 * It listens at loopback.
 */
public final class ControlServer implements AutoCloseable {

    static final String FILE = "control";
    static final String SECRET_HEADER = "X-Microgram-Control";
    static final int OUT = 1;
    static final int ERR = 2;
    static final int EXIT = 0;

    private static final int LARGEST_COMMAND = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "control");
        thread.setDaemon(true);
        return thread;
    });
    private final byte[] secret;
    private final Path file;

    /** Runs a command line; what it prints goes to the two streams. */
    @FunctionalInterface
    public interface Commands {
        int execute(CommandCall call, OutputStream out, OutputStream err);
    }

    private ControlServer(HttpServer server, String secret, Path file, Commands commands) {
        this.server = server;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.file = file;
        server.setExecutor(threads);
        server.createContext("/command", exchange -> serve(exchange, commands));
    }

    public static ControlServer start(Path dataDirectory, Commands commands) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4);
        Path file = dataDirectory.resolve(FILE);
        ControlServer control = new ControlServer(http, secret, file, commands);
        http.start();
        Path next = dataDirectory.resolve(FILE + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, http.getAddress().getPort() + " " + secret + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return control;
    }

    private void serve(HttpExchange exchange, Commands commands) throws IOException {
        try (exchange) {
            String given = exchange.getRequestHeaders().getFirst(SECRET_HEADER);
            boolean known = given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret);
            if (!known || !exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            CommandCall call = CommandCall.parse(
                    new String(exchange.getRequestBody().readNBytes(LARGEST_COMMAND), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, 0);
            DataOutputStream answer = new DataOutputStream(exchange.getResponseBody());
            int code = commands.execute(call, new Channel(answer, OUT), new Channel(answer, ERR));
            synchronized (answer) {
                answer.writeByte(EXIT);
                answer.writeInt(code);
                answer.flush();
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The next start writes it anew; the secret in it is worth nothing without this server.
        }
        server.stop(0);
        threads.shutdownNow();
    }

    /** One of the two streams, as frames of channel, length and bytes. */
    private static final class Channel extends OutputStream {

        private final DataOutputStream answer;
        private final int number;

        Channel(DataOutputStream answer, int number) {
            this.answer = answer;
            this.number = number;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            synchronized (answer) {
                answer.writeByte(number);
                answer.writeInt(length);
                answer.write(bytes, from, length);
                answer.flush();
            }
        }
    }
}
