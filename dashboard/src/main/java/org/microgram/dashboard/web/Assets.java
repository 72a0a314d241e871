package org.microgram.dashboard.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of the page. Only what {@code assets.txt} lists is ever served: a name from outside is looked up in a map, never joined to a
 * path.
 */
final class Assets {

    private static final String ROOT = "/org/microgram/dashboard/web/";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, Asset> assets = new TreeMap<>();

    Assets() {
        String list = new String(read("assets.txt"), StandardCharsets.UTF_8);
        for (String name : list.lines().filter(line -> !line.isBlank()).toList()) {
            byte[] bytes = read(name);
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            assets.put(name, new Asset(bytes, type, '"' + sha256(bytes) + '"'));
        }
    }

    /** Sends a file, or 304 when the reader has it already. */
    void send(Context ctx, String name) {
        Asset asset = assets.get(name);
        if (asset == null) {
            throw new Problem(404, "no asset is called " + name, "one of " + assets.keySet(), "start at /");
        }
        // no-cache: kept by the browser, but asked for each time, so that a new release is seen at once
        ctx.header("ETag", asset.etag()).header("Cache-Control", "no-cache");
        String known = ctx.header("If-None-Match");
        if (known != null && Arrays.asList(known.split("\\s*,\\s*")).contains(asset.etag())) {
            ctx.status(304);
        } else {
            // a strong ETag names these very bytes, so they go out as they are
            ctx.disableCompression();
            ctx.contentType(asset.type()).result(asset.bytes());
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalStateException(ROOT + name
                        + " is missing in the jar; assets.txt lists it, so add the file or strike the line");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private record Asset(byte[] bytes, String type, String etag) {}
}
