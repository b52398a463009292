package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.JsonText;
import dev.konflux.release.model.text.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code answer AREA}: one case a line in, one answer a line out. */
final class Answer {

    private final Area area;
    private final JsonReader reader = JsonReader.create();

    private Answer(Area area) {
        this.area = area;
    }

    public static void main(String[] arguments) throws IOException {
        Answer program = new Answer(Areas.named(arguments[0]));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            // ASCII only: readers of lines see further line ends in Unicode
            out.println(JsonText.python().write(program.lineFor(line)));
            out.flush();
        }
    }

    private DataObject lineFor(String line) {
        Data request = reader.read(line, "");
        DataObject input = request.findObject("input").orElseThrow();
        Data id = request.find("id").orElseThrow();
        return DataObject.of("id", id, "answer", answer(input));
    }

    /** A crash is not an answer: it never counts as the library refusing its input. */
    private DataObject answer(DataObject input) {
        try {
            return area.answer(input);
        } catch (Area.Refused refused) {
            return DataObject.of("error", Data.of(String.valueOf(refused.getMessage())));
        } catch (Area.Unsupported unsupported) {
            return DataObject.of("unsupported", Data.of(String.valueOf(unsupported.getMessage())));
        } catch (RuntimeException | StackOverflowError crash) {
            return DataObject.of("unsupported", Data.of("crash: " + crash));
        }
    }
}
