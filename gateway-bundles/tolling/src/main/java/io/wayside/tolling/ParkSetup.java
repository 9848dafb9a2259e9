// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.core.data.GarbledData;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.TagBook;
import io.wayside.tolling.parking.EntryDesk.PassBack;
import io.wayside.tolling.parking.Key;
import io.wayside.tolling.parkinglot.ParkSettings;
import io.wayside.tolling.tag.TagNumber;
import io.wayside.tolling.tariff.DayCalendar;
import io.wayside.tolling.tariff.Plan;
import io.wayside.tolling.tariff.Tariff;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What the configuration of a car park means. */
final class ParkSetup {

  private static final int BITS_OF_A_DIGIT = 4;

  private final CarParkConfig config;
  private final Tariff tariff;

  ParkSetup(CarParkConfig config, SiteFiles files) throws IOException, GarbledData {
    this.config = config;
    Plan plan = Plan.from(files.document("the tariffs", config.tariffs()));
    this.tariff = new Tariff(plan, calendar(config, plan, files));
    if (!plan.classes().containsKey(config.usualClass())) {
      throw new GarbledData(
          "stations."
              + config.station_id()
              + ".usualClass: "
              + config.tariffs()
              + " has no class \""
              + config.usualClass()
              + "\"; it has "
              + String.join(", ", plan.classes().keySet()));
    }
  }

  private static DayCalendar calendar(CarParkConfig config, Plan plan, SiteFiles files)
      throws IOException, GarbledData {
    String name = config.calendar().isEmpty() ? plan.calendar() : config.calendar();
    if (name.equals("none")) {
      return DayCalendar.none();
    }
    DayCalendar calendar = DayCalendar.from(files.calendar(name));
    if (!calendar.id().equals(plan.calendar())) {
      throw new GarbledData(
          config.tariffs()
              + " is worked out with calendar \""
              + plan.calendar()
              + "\", not \""
              + calendar.id()
              + "\"; name that one, or none");
    }
    return calendar;
  }

  Tariff tariff() {
    return tariff;
  }

  ParkSettings settings() {
    return new ParkSettings(
        config.station_id(),
        config.area(),
        config.usualClass(),
        config.capacity(),
        config.mostStays(),
        PassBack.valueOf(config.insideAlready().toUpperCase(Locale.ROOT).replace('-', '_')),
        Duration.ofDays(config.believedDays()));
  }

  /** Whether the tag of a key pays by its account at the exit. */
  Predicate<Key> tagPays(Optional<? extends TagBook> lists) {
    return key ->
        config.tagsPay()
            && key.kind() == Key.Kind.TAG
            && lists.map(book -> isGood(book, key)).orElse(true);
  }

  private static boolean isGood(TagBook book, Key key) {
    if (!key.value().matches("([0-9a-f]{2}){1,62}")) {
      return false; // told by a command, and no tag's number
    }
    TagNumber tag = new TagNumber(key.value(), key.value().length() * BITS_OF_A_DIGIT);
    return book.find(tag).standing() == Standing.GOOD;
  }
}
