package dev.konflux.release.collectors.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SbomTest {

    private static Sbom read(String json) {
        return Sbom.read((DataObject) JsonReader.create().read(json.replace('\'', '"'), "the SBOM"));
    }

    @Test
    void everyVersionOfCycloneDxIsRead() {
        for (String version : new String[] {"1.2", "1.4", "1.5", "1.6"}) {
            assertThat(read("{'bomFormat':'CycloneDX','specVersion':'" + version
                                    + "','components':[{'type':'library','name':'a','version':'1','purl':'pkg:pypi/a@1'}]}")
                            .packages())
                    .as(version)
                    .isEqualTo(Map.of("pkg:pypi/a", Set.of("1")));
        }
    }

    @Test
    void aComponentWithoutPurlIsKnownByGroupAndName() {
        Sbom sbom = read("{'bomFormat':'CycloneDX','components':["
                + "{'group':'org.a','name':'core','version':'1'},{'group':'org.b','name':'core','version':'2'},"
                + "{'group':'','name':'core','version':'3'},{'name':'bare'},{'version':'4'}]}");

        assertThat(sbom.packages())
                .isEqualTo(Map.of(
                        "org.a/core", Set.of("1"), "org.b/core", Set.of("2"), "core", Set.of("3"), "bare", Set.of("")));
    }

    @Test
    void aPackageInSeveralVersionsHasThemAll() {
        assertThat(
                        read("{'bomFormat':'CycloneDX','components':[{'purl':'pkg:npm/x@1'},{'purl':'pkg:npm/x@2?arch=a#sub'}]}")
                                .packages())
                .isEqualTo(Map.of("pkg:npm/x", Set.of("1", "2")));
    }

    @Test
    void whatIsResolvedOrDoesNotAffectIsNoVulnerability() {
        StringBuilder vulnerabilities = new StringBuilder("{'id':'CVE-0'},{'source':{'name':'NVD'}}");
        for (String state : new String[] {
            "resolved", "resolved_with_pedigree", "exploitable", "in_triage", "false_positive", "not_affected"
        }) {
            vulnerabilities.append(",{'id':'" + state + "','analysis':{'state':'" + state + "'}}");
        }

        assertThat(read("{'bomFormat':'CycloneDX','vulnerabilities':[" + vulnerabilities + "]}")
                        .vulnerabilities())
                .containsExactlyInAnyOrder("CVE-0", "exploitable", "in_triage");
    }

    @Test
    void bothSpellingsOfSpdxCategoriesAreRead() {
        for (String version : new String[] {"SPDX-2.2", "SPDX-2.3"}) {
            for (String category : new String[] {"PACKAGE_MANAGER", "PACKAGE-MANAGER"}) {
                assertThat(read("{'spdxVersion':'" + version + "','packages':[{'name':'a','versionInfo':'1',"
                                        + "'externalRefs':[{'referenceCategory':'SECURITY','referenceType':'cpe23Type',"
                                        + "'referenceLocator':'cpe:2.3:a'},{'referenceCategory':'" + category
                                        + "','referenceType':'purl','referenceLocator':'pkg:rpm/a@1?arch=x'}]}]}")
                                .packages())
                        .isEqualTo(Map.of("pkg:rpm/a", Set.of("1")));
            }
        }
    }

    @Test
    void whatIsNeitherIsRefused() {
        for (String document :
                new String[] {"{}", "{'bomFormat':'other'}", "{'spdxVersion':'SPDX-3.0'}", "{'@graph':[]}"}) {
            assertThatThrownBy(() -> read(document))
                    .isInstanceOf(CollectorFailure.class)
                    .hasMessage("the SBOM is neither CycloneDX nor SPDX 2");
        }
    }

    @Test
    void odditiesAreReadPast() {
        assertThat(read("{'bomFormat':'CycloneDX','components':{'a':1},'vulnerabilities':'x'}")
                        .packages())
                .isEmpty();
        assertThat(read("{'spdxVersion':'SPDX-2.3','packages':[1,null,{'externalRefs':7}]}")
                        .packages())
                .isEmpty();
    }
}
