package dev.konflux.release.testkit.kube;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A new key and a certificate for the loopback address that nobody else trusts.
 *
 * @param pem the certificate as clients are given it
 */
record SelfSigned(SSLContext context, String pem) {

    private static final char[] NO_PASSWORD = {};
    private static final byte[] ECDSA_WITH_SHA256 = {
        0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
    };
    private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};
    private static final byte[] SUBJECT_ALTERNATIVES = {0x06, 0x03, 0x55, 0x1d, 0x11};
    private static final byte[] BASIC_CONSTRAINTS = {0x06, 0x03, 0x55, 0x1d, 0x13};
    private static final byte[] TRUE = {0x01, 0x01, (byte) 0xff};
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    static SelfSigned create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            byte[] encoded = certificate(keys);
            Certificate certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", keys.getPrivate(), NO_PASSWORD, new Certificate[] {certificate});
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own.getKeyManagers(), null, null);
            return new SelfSigned(context, pem(encoded));
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("no certificate can be made: " + e.getMessage(), e);
        }
    }

    private static String pem(byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] certificate(KeyPair keys) throws GeneralSecurityException {
        byte[] algorithm = sequence(ECDSA_WITH_SHA256);
        byte[] name = sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, ascii("localhost")))));
        byte[] validity = sequence(tagged(0x17, ascii("200101000000Z")), tagged(0x17, ascii("491231235959Z")));
        byte[] alternatives = sequence(tagged(0x82, ascii("localhost")), tagged(0x87, LOOPBACK));
        byte[] extensions = sequence(
                sequence(SUBJECT_ALTERNATIVES, tagged(0x04, alternatives)),
                sequence(BASIC_CONSTRAINTS, TRUE, tagged(0x04, sequence(TRUE))));
        byte[] body = sequence(
                tagged(0xa0, tagged(0x02, new byte[] {2})),
                tagged(0x02, BigInteger.ONE.toByteArray()),
                algorithm,
                name,
                validity,
                name,
                keys.getPublic().getEncoded(),
                tagged(0xa3, extensions));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(body);
        return sequence(body, algorithm, tagged(0x03, joined(new byte[] {0}, signature.sign())));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sequence(byte[]... parts) {
        return tagged(0x30, joined(parts));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A value with its tag and length, as DER writes it. */
    private static byte[] tagged(int tag, byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (value.length > 255) {
            out.write(0x82);
            out.write(value.length >> 8);
        } else if (value.length > 127) {
            out.write(0x81);
        }
        out.write(value.length & 0xff);
        out.writeBytes(value);
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return "a certificate for localhost";
    }
}
