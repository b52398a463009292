package dev.konflux.release.notes.jinja.compile;

import dev.konflux.release.notes.jinja.run.Code;
import dev.konflux.release.notes.jinja.run.Context;
import dev.konflux.release.notes.jinja.run.Exec;
import dev.konflux.release.notes.jinja.run.Flow;
import dev.konflux.release.notes.jinja.run.Frame;
import dev.konflux.release.notes.jinja.run.Output;
import dev.konflux.release.notes.jinja.tree.Stmt;
import dev.konflux.release.notes.jinja.value.TagFunction;

/** Runs a tag that is none of Jinja2's. Its body sees what a scoped block would see. */
final class CustomTagExec extends Exec {

    private final TagFunction tag;
    private final String words;
    private final InheritanceCompiler.Locals locals;
    private final Code body;

    CustomTagExec(String template, Stmt.Custom node, TagFunction tag, InheritanceCompiler.Locals locals, Code body) {
        super(template, node);
        this.tag = tag;
        this.words = node.words();
        this.locals = locals;
        this.body = body;
    }

    @Override
    protected Flow run(Frame frame) {
        Context context = frame.context().derived(locals.values(frame));
        frame.out().append(tag.render(context, words, context.all(), further -> {
            Output text = new Output();
            body.runBlock(context.derived(further), text);
            frame.budget().text(text.text().length());
            return text.joined();
        }));
        frame.budget().output(frame.out().length());
        return Flow.NEXT;
    }
}
