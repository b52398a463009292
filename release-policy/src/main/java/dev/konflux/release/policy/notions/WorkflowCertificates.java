package dev.konflux.release.policy.notions;

import dev.konflux.release.policy.value.Value;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The certificates with which a workflow signed the image: those for signing code and nothing else. */
public final class WorkflowCertificates {

    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String FULCIO = "1.3.6.1.4.1.57264.1.";

    private final List<X509Certificate> certificates = new ArrayList<>();

    public WorkflowCertificates(Scene scene) {
        for (Value signature : scene.input().get("image", "signatures").each()) {
            first(signature.get("certificate"))
                    .filter(WorkflowCertificates::isForCode)
                    .ifPresent(certificates::add);
        }
    }

    /** What a certificate tells of the workflow. */
    public enum Extension {
        TRIGGER(2, "Trigger"),
        SHA(3, "SHA"),
        NAME(4, "Name"),
        REPOSITORY(5, "Repository"),
        REF(6, "Ref");

        private final int id;
        private final String word;

        Extension(int id, String word) {
            this.id = id;
            this.word = word;
        }

        /** How messages call it. */
        public String title() {
            return "GitHub Workflow " + word;
        }
    }

    /** What the certificates say there; undefined when none of them does. */
    public Value value(Extension extension) {
        Value found = Value.UNDEFINED;
        for (X509Certificate certificate : certificates) {
            byte[] encoded = certificate.getExtensionValue(FULCIO + extension.id);
            if (encoded != null) {
                Value value = Value.of(new String(content(encoded), StandardCharsets.UTF_8));
                Ambiguity.refuse(found.data().orElse(null), value.data().orElseThrow(), extension.title());
                found = value;
            }
        }
        return found;
    }

    private static Optional<X509Certificate> first(Value text) {
        byte[] bytes = text.text().orElse("").getBytes(StandardCharsets.UTF_8);
        try {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            return read.stream()
                    .findFirst()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast);
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isForCode(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null || !usage[0]) {
            return false;
        }
        for (int i = 1; i < usage.length; i++) {
            if (usage[i]) {
                return false;
            }
        }
        return hasOnlyCodeSigning(certificate);
    }

    private static boolean hasOnlyCodeSigning(X509Certificate certificate) {
        try {
            return List.of(CODE_SIGNING).equals(certificate.getExtendedKeyUsage());
        } catch (CertificateException unreadable) {
            return false;
        }
    }

    /** The octets inside the outer octet string (DER, length in one or more bytes). */
    private static byte[] content(byte[] octets) {
        int length = octets.length > 1 ? octets[1] & 0xff : 0;
        int start = 2 + (length > 0x7f ? length & 0x7f : 0);
        return Arrays.copyOfRange(octets, Math.min(start, octets.length), octets.length);
    }
}
