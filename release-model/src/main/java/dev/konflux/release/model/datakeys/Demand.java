package dev.konflux.release.model.datakeys;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** A demand on the whole document that holds under a condition. */
record Demand(BiPredicate<DataObject, NamedSystems> condition, Shape shape) {

    /** When the system is mandatory. */
    static Demand mandatory(String system, Shape shape) {
        return new Demand((document, systems) -> systems.demand(system), shape);
    }

    /** When the system is mandatory the document has the key. */
    static Demand mandatory(String system, String key) {
        return mandatory(system, Shape.ANY.requiring(key));
    }

    /** When the system is named and the document has the key, the key's value looks like this. */
    static Demand named(String system, String key, Shape shape) {
        return new Demand((document, systems) -> document.has(key) && systems.has(system), Shape.ANY.key(key, shape));
    }

    /** When the document has the key, whatever the systems. */
    static Demand present(String key, Shape shape) {
        return new Demand((document, systems) -> document.has(key), Shape.ANY.key(key, shape));
    }

    /** When the switch is on, the document has the key, and in it the members. */
    static Demand switched(String name, String key, String... members) {
        return new Demand(
                (document, systems) -> isTrue(document, name),
                Shape.ANY.requiring(key).key(key, Shape.ANY.requiring(members)));
    }

    /** The same demand, which also says how another key's value looks. */
    Demand and(String key, Shape further) {
        return new Demand(condition, shape.key(key, further));
    }

    /** The same demand under one more condition. */
    Demand when(Predicate<DataObject> further) {
        return new Demand((document, systems) -> further.test(document) && condition.test(document, systems), shape);
    }

    static boolean isTrue(Data value, String... path) {
        return value.find(path).flatMap(Data::asBoolean).orElse(false);
    }
}
