package dev.konflux.release.policy;

import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.YamlReader;

/** Reads policies as upstream's command does: the resource, or its spec alone; unknown members are refused. */
public final class PolicyReader {

    private PolicyReader() {}

    /**
     * The policy in a YAML or JSON text.
     *
     * @throws InvalidPolicyException when it has not the form of a policy
     * @throws dev.konflux.release.model.text.DataSyntaxException when it is neither YAML nor JSON
     */
    public static EnterpriseContractPolicy read(String text, String source) {
        return read(YamlReader.of(Dialect.CLUSTER).read(text, source));
    }

    /**
     * The policy that is the document.
     *
     * @throws InvalidPolicyException when it has not the form of a policy
     */
    public static EnterpriseContractPolicy read(Data document) {
        boolean resource = document.find("apiVersion").isPresent();
        Data spec = resource ? document.find("spec").orElse(DataObject.empty()) : document;
        PolicySchema.require(spec);
        return resource
                ? EnterpriseContractPolicy.of(document.asObject().orElseThrow())
                : EnterpriseContractPolicy.builder()
                        .spec(spec.asObject().orElseThrow())
                        .build();
    }
}
