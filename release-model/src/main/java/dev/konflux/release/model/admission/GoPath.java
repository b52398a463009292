package dev.konflux.release.model.admission;

/** Where decoding is: the struct at work and the path of field names from the root, embedded structs included. */
record GoPath(String struct, String fields) {

    static final GoPath ROOT = new GoPath("", "");

    GoPath field(String structName, String field) {
        return new GoPath(structName, fields.isEmpty() ? field : fields + "." + field);
    }
}
