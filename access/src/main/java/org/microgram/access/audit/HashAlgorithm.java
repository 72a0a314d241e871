package org.microgram.access.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;

/** What chains the audit log. Both give 256 bits; each entry names its own, so that a log may go over from one to the other. */
public enum HashAlgorithm {
    /** FIPS 180-4. */
    SHA_256("SHA-256"),
    /** GB/T 32905-2016, for bureaus that are assessed by Chinese cryptography. */
    SM3("SM3");

    private final String label;

    HashAlgorithm(String label) {
        this.label = label;
    }

    /** As it stands in an entry and in the settings. */
    public String label() {
        return label;
    }

    public static Optional<HashAlgorithm> of(String label) {
        return Arrays.stream(values()).filter(each -> each.label.equals(label)).findFirst();
    }

    /** The hash, in lower-case hexadecimal. */
    public String hex(byte[] bytes) {
        return HexFormat.of().formatHex(this == SM3 ? sm3(bytes) : sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
