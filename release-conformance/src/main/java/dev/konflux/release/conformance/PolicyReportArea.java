package dev.konflux.release.conformance;

import dev.konflux.release.model.data.DataObject;

/** Reports on images whose outcomes are given, and whole runs on plain files. */
final class PolicyReportArea {

    private PolicyReportArea() {}

    static DataObject answer(DataObject input) {
        if (!input.has("args")) {
            return ImageReportCase.answer(input);
        }
        return InputRun.answer(input);
    }
}
