package dev.konflux.release.model.lint;

import dev.konflux.release.model.ProjectDevelopmentStreamTemplate;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Secret;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataPath;
import dev.konflux.release.model.data.DataString;
import java.util.Set;

/** Visits every name and every text of a document, but for the values of Secrets and, on demand, what a template will fill. */
abstract class TextWalk {

    private static final Set<String> SECRET_FIELDS = Set.of("data", "stringData");

    abstract void name(DataPath object, String name);

    abstract void text(DataPath path, String text);

    final void through(Resource resource) {
        boolean secret = resource instanceof Secret;
        resource.document().members().forEach((name, member) -> {
            if (!secret || !SECRET_FIELDS.contains(name)) {
                name(DataPath.ROOT, name);
                visit(DataPath.of(name), member);
            }
        });
    }

    final void throughAllButTemplates(Resource resource) {
        if (!(resource instanceof ProjectDevelopmentStreamTemplate)) {
            through(resource);
        }
    }

    private void visit(DataPath path, Data value) {
        if (value instanceof DataObject object) {
            object.members().forEach((name, member) -> {
                name(path, name);
                visit(path.member(name), member);
            });
        } else if (value instanceof DataArray array) {
            for (int i = 0; i < array.size(); i++) {
                visit(path.item(i), array.items().get(i));
            }
        } else if (value instanceof DataString string) {
            text(path, string.text());
        }
    }
}
