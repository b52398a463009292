package dev.konflux.release.collectors.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts the event to a web hook, signed: header {@code X-Release-Signature-256} holds {@code sha256=} and the HMAC-SHA256 of the body in
 * hexadecimal, header {@code Idempotency-Key} the event's key, by which the receiver tells repetitions.
 */
public final class WebHook implements ReleaseListener {

    private static final String ALGORITHM = "HmacSHA256";

    private final NotificationChannel channel;
    private final String address;
    private final byte[] key;

    /** Posts to an address, signing with a key shared with the receiver. */
    public WebHook(NotificationChannel channel, String address, byte[] key) {
        this.channel = channel;
        this.address = address;
        this.key = key.clone();
    }

    @Override
    public void released(ReleaseEvent event) {
        String body = event.toData().toString();
        channel.send(
                "POST",
                address,
                Map.of("X-Release-Signature-256", "sha256=" + signature(body), "Idempotency-Key", event.key()),
                body);
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
