package dev.konflux.release.model.releasedata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.PythonEquality;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LawsOfMergingTest {

    @Provide
    Arbitrary<Data> values() {
        Arbitrary<String> names = Arbitraries.of("releaseNotes", "mapping", "cves", "a", "b");
        Arbitrary<Data> leaves = Arbitraries.of(
                Data.of("x"),
                Data.of("B"),
                Data.of("é"),
                Data.of(1),
                Data.of(10),
                Data.of(true),
                Data.of(false),
                Data.of(0),
                Data.nothing());
        return Arbitraries.recursive(
                () -> leaves,
                inner -> Arbitraries.oneOf(
                        leaves,
                        inner.list().ofMaxSize(4).map(DataArray::of),
                        Arbitraries.maps(names, inner).ofMaxSize(4).map(DataObject::of)),
                0,
                4);
    }

    @Provide
    Arbitrary<DataObject> documents() {
        return Arbitraries.maps(Arbitraries.of("releaseNotes", "mapping", "a", "b", "c"), values())
                .ofMaxSize(4)
                .map(data -> DataObject.of("spec", DataObject.of("data", DataObject.of(data))));
    }

    @Property
    void anEmptyObjectAddsNothing(@ForAll("documents") DataObject data) {
        assertThat(DataMerge.merge(data, DataObject.empty())).isEqualTo(data);
        assertThat(DataMerge.merge(DataObject.empty(), data)).isEqualTo(data);
    }

    @Property
    void nullNeverOverrides(@ForAll("values") Data data) {
        assertThat(DataMerge.merge(data, Data.nothing())).isEqualTo(data);
    }

    @Property
    void mergingTheSameOverrideAgainComesToRest(@ForAll("values") Data base, @ForAll("values") Data override) {
        Data twice = DataMerge.merge(DataMerge.merge(base, override), override);

        assertThat(DataMerge.merge(twice, override)).isEqualTo(twice);
    }

    @Property
    void joinedArraysHaveNoRepetitions(@ForAll("values") Data one, @ForAll("values") Data other) {
        List<Data> joined = DataMerge.merge(DataArray.of(one, other, one), DataArray.of(other, one))
                .asArray()
                .orElseThrow()
                .items();

        assertThat(joined.stream().map(PythonEquality::key)).doesNotHaveDuplicates();
    }

    @Property
    void theOrderOfArraysDoesNotDependOnTheOrderTheyWereWrittenIn(
            @ForAll("values") Data one, @ForAll("values") Data other) {
        DataArray there = DataArray.of(Data.of("k"), Data.of("l"));

        assertThat(DataMerge.merge(DataArray.of(one, other), there).toString())
                .satisfiesAnyOf(
                        text -> assertThat(text)
                                .isEqualTo(DataMerge.merge(DataArray.of(other, one), there)
                                        .toString()),
                        text -> assertThat(PythonEquality.equal(one, other)).isTrue());
    }

    @Property
    void everyPlainValueStandsInTheDocumentItIsSaidToComeFrom(
            @ForAll("documents") DataObject release,
            @ForAll("documents") DataObject plan,
            @ForAll("documents") DataObject admission) {
        ReleaseData data = ReleaseData.merge(release, plan, admission);
        Map<DataLayer, DataObject> documents = Map.of(
                DataLayer.RELEASE, release,
                DataLayer.RELEASE_PLAN, plan,
                DataLayer.RELEASE_PLAN_ADMISSION, admission);

        requireOrigins(data.value(), DataPath.ROOT, data, documents);
    }

    private static void requireOrigins(
            Data value, DataPath path, ReleaseData data, Map<DataLayer, DataObject> documents) {
        if (value instanceof DataObject object) {
            object.members().forEach((name, member) -> requireOrigins(member, path.member(name), data, documents));
        } else if (value instanceof DataArray array) {
            for (int i = 0; i < array.size(); i++) {
                requireOrigins(array.items().get(i), path.item(i), data, documents);
            }
        } else {
            Origin origin = data.originOf(path).orElseThrow();
            assertThat(origin.path().in(documents.get(origin.layer()))).contains(value);
        }
    }
}
