package dev.konflux.release.notes.rpm;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.releasedata.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The repositories that packages go to, by architecture; of several repositories of one architecture the first counts. */
record RpmRepositories(Map<Data, DataObject> byArchitecture) {

    private static final String ANY_ARCHITECTURE = "noarch";

    /** Those in {@code mapping.rpm-repositories} of the release data. */
    static RpmRepositories of(Located data) {
        Optional<Located> listed = data.findTrue("mapping").flatMap(mapping -> mapping.findTrue("rpm-repositories"));
        Map<Data, DataObject> byArchitecture = new LinkedHashMap<>();
        for (Located repository : listed.map(Located::items).orElse(List.of())) {
            Data architecture = repository.orElse("arch", Data.nothing());
            if (PythonEquality.isTrue(architecture)) {
                byArchitecture.putIfAbsent(architecture, described(repository));
            }
        }
        return new RpmRepositories(byArchitecture);
    }

    private static DataObject described(Located repository) {
        DataObject.Builder fields = DataObject.builder();
        for (String name : List.of("repository_id", "repository_name", "distro")) {
            fields.put(name, repository.orElse(name, Data.of("")));
        }
        return fields.build();
    }

    /** Where a package goes: one of no architecture to every one of the default architectures that has a repository. */
    List<DataObject> targetsOf(RpmFile rpm, List<String> defaultArchitectures) {
        List<String> architectures =
                rpm.architecture().equals(ANY_ARCHITECTURE) ? defaultArchitectures : List.of(rpm.architecture());
        return architectures.stream()
                .flatMap(architecture -> Optional.ofNullable(byArchitecture.get(Data.of(architecture))).stream())
                .toList();
    }
}
