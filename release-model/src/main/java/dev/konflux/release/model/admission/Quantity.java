package dev.konflux.release.model.admission;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;

/** Amounts of memory and processors, which leave the webhooks as texts. */
final class Quantity {

    private Quantity() {}

    /** The text of an amount; texts stay as they are. */
    static Data canonical(Data amount) {
        return amount instanceof DataNumber number ? Data.of(number.text()).at(amount.position()) : amount;
    }
}
