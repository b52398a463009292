package dev.konflux.release.policy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UriReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a/b:c",
                "*",
                "/a%20b?%zz#c",
                "https://user:secret@registry.example:5000/a?b=c",
                "mailto:a b",
                "urn:cdx:1",
                "//registry.example",
                "https://[::1]:80/a",
                "https://[fe80::1%25eth0]/a",
                "https://é.example/ü"
            })
    void addressesAreTakenAsGoDoes(String text) {
        assertThat(UriReference.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":a",
                "1a:b",
                "a\\b",
                "a\tb",
                "/a%2",
                "/a#%zz",
                "https://a b/",
                "https://registry.example:port/",
                "https://[::1/",
                "https://registry.[example/",
                "https://[registry.example]/",
                "https://[1.2.3.4]/",
                "https://[fe80::1%25]/",
                "https://a%41.example/",
                "https://a b@registry.example/"
            })
    void whatGoCannotReadIsNoAddress(String text) {
        assertThat(UriReference.isOne(text)).isFalse();
    }

    @Property
    void everyTextIsAnAddressOrNone(@ForAll String text) {
        assertThat(UriReference.isOne("https://" + text)).isIn(true, false);
    }
}
