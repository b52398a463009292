package dev.konflux.release.notes.jinja.run;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.value.Args;
import dev.konflux.release.notes.jinja.value.Interpreter;
import dev.konflux.release.notes.jinja.value.Markup;
import dev.konflux.release.notes.jinja.value.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Text to fill a page with: words of Cicero's in random order, as {@code lipsum()} puts them together. */
final class LoremIpsum {

    private static final Signature SIGNATURE = Signature.of("generate_lorem_ipsum(| n=, html=, min=, max=)");
    private static final String[] WORDS = """
            lorem ipsum dolor sit amet consectetur adipisicing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim \
            ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit \
            voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia \
            deserunt mollit anim id est laborum""".split(" ", -1);

    private final RandomGenerator random;

    LoremIpsum(RandomGenerator random) {
        this.random = random;
    }

    Object text(Interpreter runtime, Args args) {
        Signature.Bound bound = SIGNATURE.bind(args);
        boolean html = bound.flag(1, true);
        int least = bound.integer(2, 20);
        int most = bound.integer(3, 100);
        int count = bound.integer(0, 5);
        if (count > 0 && least >= most) {
            throw Fault.value("empty range for randrange() (" + least + ", " + most + ", " + (most - least) + ")");
        }
        runtime.budget().items(Math.max(0, count));
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String paragraph = paragraph(random.nextInt(least, most), runtime);
            paragraphs.add(html ? "<p>" + paragraph + "</p>" : paragraph);
        }
        return html ? new Markup(String.join("\n", paragraphs)) : String.join("\n\n", paragraphs);
    }

    private String paragraph(int words, Interpreter runtime) {
        runtime.budget().items(Math.max(0, words));
        StringBuilder text = new StringBuilder();
        String last = "";
        int comma = 0;
        int stop = 0;
        boolean begins = true;
        for (int i = 0; i < words; i++) {
            String word = other(last);
            last = word;
            text.append(i > 0 ? " " : "")
                    .append(begins ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : word);
            begins = false;
            if (i - random.nextInt(3, 8) > comma) {
                comma = i;
                stop += 2;
                text.append(',');
            }
            if (i - random.nextInt(10, 20) > stop) {
                comma = i;
                stop = i;
                text.append('.');
                begins = true;
            }
            runtime.budget().grown(text.length());
        }
        boolean ended = text.length() > 0 && text.charAt(text.length() - 1) == ',';
        if (ended) {
            text.setLength(text.length() - 1);
        }
        return text.length() > 0 && text.charAt(text.length() - 1) == '.' ? text.toString() : text + ".";
    }

    private String other(String last) {
        String word = last;
        while (word.equals(last)) {
            word = WORDS[random.nextInt(WORDS.length)];
        }
        return word;
    }
}
