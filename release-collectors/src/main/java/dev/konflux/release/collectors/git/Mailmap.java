package dev.konflux.release.collectors.git;

import com.google.common.base.Ascii;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * A repository's {@code .mailmap}: the names and addresses under which git's {@code log} shows authors. Of equal entries the later one counts;
 * upper and lower case of the alphabet without accents are the same.
 */
final class Mailmap {

    static final Mailmap EMPTY = new Mailmap();

    private static final String FILE = ".mailmap";
    private static final int LARGEST = 1 << 20;

    /** By address, and by address and name. */
    private final Map<String, Person> persons = new HashMap<>();

    private Mailmap() {}

    /** What an author is called instead; what is empty stays. */
    private record Person(Optional<String> name, Optional<String> address) {

        Person or(Person earlier) {
            return new Person(name.or(() -> earlier.name), address.or(() -> earlier.address));
        }
    }

    /** The bytes of the file in the checked-out head, as upstream's full clone has it; empty when there is none. Git does not follow a link. */
    static Optional<byte[]> find(Repository repository, String head) throws IOException {
        ObjectId tree = repository.resolve(head + "^{tree}");
        if (tree == null) {
            return Optional.empty();
        }
        try (TreeWalk file = TreeWalk.forPath(repository, FILE, tree)) {
            if (file == null || !FileMode.REGULAR_FILE.equals(file.getRawMode(0) & ~0111)) {
                return Optional.empty();
            }
            ObjectLoader content = repository.open(file.getObjectId(0), Constants.OBJ_BLOB);
            if (content.getSize() > LARGEST) {
                throw new Refusal(FILE + " is larger than " + LARGEST + " bytes");
            }
            return Optional.of(content.getCachedBytes());
        }
    }

    static Mailmap parse(byte[] file) {
        Mailmap map = new Mailmap();
        new String(file, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(map::add);
        return map;
    }

    /** {@code NAME <ADDRESS>} or {@code [NAME] <ADDRESS> [NAME IN COMMITS] <ADDRESS IN COMMITS>}. */
    private void add(String line) {
        Optional<Ident> proper = Ident.read(line).filter(ident -> !ident.address.isEmpty());
        if (proper.isEmpty()) {
            return;
        }
        Optional<Ident> shown = Ident.read(line.substring(line.indexOf('>', line.indexOf('<')) + 1));
        Optional<String> name = Optional.of(proper.get().name).filter(given -> !given.isEmpty());
        Optional<String> address = shown.map(ident -> proper.get().address);
        String key = shown.map(Ident::key).orElseGet(() -> new Ident("", proper.get().address).key());
        Person person = new Person(name, address);
        if (shown.isEmpty() || shown.get().name.isEmpty()) {
            persons.merge(key, person, (earlier, later) -> later.or(earlier));
        } else {
            persons.put(key, person);
        }
    }

    /** The entry with the author's proper name and address. Those of tags stay, as git leaves them. */
    GitEntry withProperAuthor(GitEntry entry) {
        if (persons.isEmpty() || entry.kind() != GitEntry.Kind.COMMIT) {
            return entry;
        }
        return Ident.read(entry.author())
                .map(author -> new GitEntry(entry.kind(), entry.id(), proper(author), entry.message()))
                .orElse(entry);
    }

    private String proper(Ident author) {
        Person known = persons.get(author.key());
        Person person = known == null ? persons.get(new Ident("", author.address).key()) : known;
        return person == null
                ? author.name + " <" + author.address + ">"
                : person.name.orElse(author.name) + " <" + person.address.orElse(author.address) + ">";
    }

    /** A name and an address. */
    private record Ident(String name, String address) {

        /** The first ones of a text, if there are any. */
        static Optional<Ident> read(String text) {
            int start = text.indexOf('<');
            int end = text.indexOf('>', start);
            return start < 0 || end < 0
                    ? Optional.empty()
                    : Optional.of(new Ident(text.substring(0, start).strip(), text.substring(start + 1, end)));
        }

        String key() {
            return Ascii.toLowerCase(name + "<" + address);
        }
    }
}
