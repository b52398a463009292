package dev.konflux.release.model;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** Who has to have signed images that are signed without a key: a certificate's subject and the issuer that vouches for it. */
public final class SignerIdentity extends Part {

    private SignerIdentity(DataObject data) {
        super(data);
    }

    /** The identity that is the given object. */
    public static SignerIdentity of(DataObject data) {
        return new SignerIdentity(data);
    }

    /** The identity of exactly that subject and issuer. */
    public static SignerIdentity of(String subject, String issuer) {
        return new SignerIdentity(DataObject.of("subject", Data.of(subject), "issuer", Data.of(issuer)));
    }

    /** The subject, letter by letter. */
    public Optional<String> subject() {
        return data().findText("subject");
    }

    /** A regular expression, of Go's kind, for subjects. */
    public Optional<String> subjectRegExp() {
        return data().findText("subjectRegExp");
    }

    /** The issuer, letter by letter. */
    public Optional<String> issuer() {
        return data().findText("issuer");
    }

    /** A regular expression, of Go's kind, for issuers. */
    public Optional<String> issuerRegExp() {
        return data().findText("issuerRegExp");
    }
}
