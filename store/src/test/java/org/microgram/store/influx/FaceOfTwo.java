package org.microgram.store.influx;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The addresses of an InfluxDB 2 in front of an InfluxDB 1: {@code /api/v2/write} with organization, bucket and precision, {@code /query}
 * for InfluxQL, {@code /ping}; with the token, or not at all. Bodies pass as they are.
 */
final class FaceOfTwo implements AutoCloseable {

    static {
        // Read once by the JDK's server; without it each answer may wait for the asker's acknowledgement, some 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final URI one;
    private final String organization;
    private final String token;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    FaceOfTwo(URI one, String organization, String token) throws IOException {
        this.one = one;
        this.organization = organization;
        this.token = token;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ping", exchange -> pass(exchange, "/ping"));
        server.createContext("/query", exchange -> {
            if (isLetIn(exchange)) {
                pass(exchange, "/query?" + exchange.getRequestURI().getRawQuery());
            }
        });
        server.createContext("/api/v2/write", exchange -> {
            if (!isLetIn(exchange)) {
                return;
            }
            Map<String, String> query = query(exchange);
            if (!this.organization.equals(query.get("org"))) {
                refuse(exchange, 404, "organization not found");
                return;
            }
            pass(
                    exchange,
                    "/write?precision=" + query.get("precision") + "&db="
                            + URLEncoder.encode(query.get("bucket"), StandardCharsets.UTF_8));
        });
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private boolean isLetIn(HttpExchange exchange) throws IOException {
        boolean known = ("Token " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!known) {
            refuse(exchange, 401, "unauthorized access");
        }
        return known;
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        byte[] body = ("{\"code\":\"refused\",\"message\":\"" + why + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void pass(HttpExchange exchange, String target) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(one.resolve(target))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String header : new String[] {"Content-Type", "Accept"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            response.headers().firstValue("X-Influxdb-Version").ifPresent(version -> exchange.getResponseHeaders()
                    .set("X-Influxdb-Version", version));
            exchange.sendResponseHeaders(
                    response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(response.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new TreeMap<>();
        for (String each : exchange.getRequestURI().getRawQuery().split("&", -1)) {
            String[] words = each.split("=", 2);
            query.put(words[0], URLDecoder.decode(words[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
