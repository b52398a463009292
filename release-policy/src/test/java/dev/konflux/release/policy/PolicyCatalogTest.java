package dev.konflux.release.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.EnterpriseContractPolicy;
import org.junit.jupiter.api.Test;

class PolicyCatalogTest {

    @Test
    void theDefaultPolicyIncludesTheSlsaCollection() {
        assertThat(PolicyCatalog.readyMade().policy("default").sources())
                .singleElement()
                .satisfies(source -> assertThat(source.include()).containsExactly("@slsa3"));
    }

    @Test
    void everyReadyMadePolicyHasTheFormOfAPolicy() {
        PolicyCatalog catalog = PolicyCatalog.readyMade();

        assertThat(catalog.names())
                .hasSize(19)
                .allSatisfy(name -> assertThat(
                                PolicyReader.read(catalog.policy(name).document()))
                        .isEqualTo(catalog.policy(name)));
    }

    @Test
    void aPolicyThatIsNotPublishedHasToBeBound() {
        assertThatThrownBy(() -> PolicyCatalog.readyMade().policy("registry-standard"))
                .isInstanceOf(UnknownPolicyException.class)
                .hasMessage(
                        "the policy \"registry-standard\" is a resource of its cluster and not published: bind the"
                                + " EnterpriseContractPolicy to its name with PolicyCatalog.bind(\"registry-standard\", policy)");
    }

    @Test
    void aBoundPolicyIsFound() {
        EnterpriseContractPolicy own =
                EnterpriseContractPolicy.builder().name("own").build();

        assertThat(PolicyCatalog.readyMade().bind("registry-standard", own).policy("registry-standard"))
                .isEqualTo(own);
    }
}
