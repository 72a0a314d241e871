package org.microgram.messages.rows;

import java.util.List;
import org.microgram.messages.rows.Field.Kind;

/** Fields of {@code air_account}: what of a target is used up at the end of a day, and what the days to come may still take. */
final class AccountFields {

    private static final String CONCENTRATION = "µg/m³";
    private static final String OF_TARGET = "µg/m³ or d";

    /** To how many decimals an account is shown; everything it rests on is exact. */
    private static final int SHOWN = 2;

    private AccountFields() {}

    static List<Field> account() {
        return List.of(
                text("indicator", "pm25_mean, o3_p90, good_days or heavy_days"),
                text("target_id", "the target in config/targets.yaml"),
                text("target_period", "the span of the target: 2020, 2020-H1, 2020-01..2020-11"),
                shown("target", OF_TARGET, "the target's value, T"),
                integer("n", "d", "valid days of the span so far; of counts days with an AQI"),
                integer("r", "d", "calendar days to come, from the next day on"),
                integer("whole", "d", "N = n + r"),
                shown("sum", CONCENTRATION, "sum of the valid days so far, of a mean"),
                text("sum_exact", "the exact sum as numerator/denominator"),
                shown("so_far", OF_TARGET, "the figure so far: mean, percentile, or days that count"),
                text("so_far_exact", "the exact figure"),
                shown("spent", CONCENTRATION, "sum / N: coins used up, one a microgram"),
                shown(
                        "path",
                        CONCENTRATION,
                        "coins that the known years had used up by this date, in parts of the target"),
                integer("known_years", "1", "earlier years with the valid days that they need"),
                integer("last_year_days", "d", "valid days on the same dates of last year"),
                shown("last_year", OF_TARGET, "their mean; of counts, how many count"),
                text("last_year_exact", "the exact one"),
                shown("difference", CONCENTRATION, "mean so far less that, rounded once from the exact difference"),
                shown("difference_percent", "%", "the same in percent of last year's"),
                integer("matched_days", "d", "days valid on both sides"),
                shown("matched_difference", CONCENTRATION, "the difference over these days alone"),
                shown("allowed", CONCENTRATION, "mean that the days to come may have for the whole to be T: A"),
                text("allowed_exact", "the exact one"),
                shown(
                        "allowed_judged",
                        CONCENTRATION,
                        "mean they may have for the whole to be the last that rounds to T"),
                text("allowed_judged_exact", "the exact one"),
                shown("allowed_coming_month", CONCENTRATION, "A shared over the rest as known years shared theirs"),
                shown("cost", CONCENTRATION, "(d - T) / N of this day; none when it is not valid"),
                text("cost_exact", "the exact cost"),
                shown("cost_total", CONCENTRATION, "of all days so far, rounded once from the exact sum"),
                text("cost_total_exact", "the exact sum: (mean so far - T) n / N"),
                text("cost_months", "exact sums by month, as 2020-01:123/456; joined by a blank"),
                text("cost_levels", "exact sums by level of the AQI, 0 without one, as 3:123/456; joined by a blank"),
                text(
                        "episode",
                        "first day of the days over the daily limit right up to this one; none when it is not over"),
                text("episode_exact", "what that episode has cost until this day, exact"),
                shown("rest_last_year", OF_TARGET, "outlook: the days to come as on the same dates of last year"),
                shown("end_last_year", OF_TARGET, "where the span would end with them"),
                shown("rest_known_years", OF_TARGET, "outlook: the days to come as the mean of the known years"),
                shown("end_known_years", OF_TARGET, "where the span would end with them"),
                shown("rest_so_far", OF_TARGET, "outlook: the days to come as the days so far"),
                shown("end_so_far", OF_TARGET, "where the span would end with them"),
                integer("missing", "d", "days of the span that are gone and have no valid value"),
                shown("allowed_had_missing", CONCENTRATION, "A had they been as the mean of their month"),
                integer("days_used", "d", "of counts and ozone: days that count, or are over the target"),
                integer(
                        "days_left",
                        "d",
                        "days to come that may still count (heavy), not count (good), or be over (ozone)"),
                integer("days_needed", "d", "good days that are still needed"),
                integer(
                        "each_may",
                        CONCENTRATION,
                        "of ozone: highest value each day to come may have; none when any, or none does"),
                text(
                        "status",
                        "too_early, on_course, at_risk, out_of_reach; at the end attained, missed or below_minimum"),
                text("edition", "edition of the limits in force at the span's end"),
                text("profile", "which days have an AQI: archive or strict"),
                integer(
                        "revision",
                        "1",
                        "superseded values among the inputs: days so far, and the same months of earlier years"),
                integer("received_at", "ms", "newest arrival among the inputs"),
                text("config", "hash of the configuration"));
    }

    private static Field text(String name, String meaning) {
        return new Field(name, Kind.TEXT, 0, "", meaning);
    }

    private static Field integer(String name, String unit, String meaning) {
        return new Field(name, Kind.INTEGER, 0, unit, meaning);
    }

    private static Field shown(String name, String unit, String meaning) {
        return new Field(name, Kind.DECIMAL, SHOWN, unit, meaning);
    }
}
