// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import static java.util.Map.entry;

import io.wayside.driver.nmea.sentence.plain.Understood.PassedOver;
import io.wayside.driver.nmea.sentence.plain.Understood.Said;
import io.wayside.driver.nmea.sentence.plain.Understood.Why;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the text of a sentence whose check sum was right: any talker, and the sentences in the
 * table. Whatever the text is, there is an answer.
 */
public final class PlainSentences {

  private static final Map<String, Function<Fields, Plain>> TABLE =
      Map.ofEntries(
          entry("GGA", PositionSentences::gga),
          entry("GNS", PositionSentences::gns),
          entry("GLL", PositionSentences::gll),
          entry("RMC", PositionSentences::rmc),
          entry("VTG", PositionSentences::vtg),
          entry("GST", PositionSentences::gst),
          entry("ZDA", PositionSentences::zda),
          entry("HDG", CompassSentences::hdg),
          entry("HDT", CompassSentences::hdt),
          entry("HDM", CompassSentences::hdm),
          entry("VHW", CompassSentences::vhw),
          entry("DPT", WaterSentences::dpt),
          entry("DBT", WaterSentences::dbt),
          entry("DBS", WaterSentences::dbt),
          entry("DBK", WaterSentences::dbt),
          entry("MTW", WaterSentences::mtw),
          entry("MTA", WaterSentences::mta),
          entry("MHU", WaterSentences::mhu),
          entry("MMB", WaterSentences::mmb),
          entry("MDA", WaterSentences::mda),
          entry("MWD", WaterSentences::mwd),
          entry("MWV", WaterSentences::mwv),
          entry("VDR", WaterSentences::vdr),
          entry("XDR", SenderSentences::xdr),
          entry("TXT", SenderSentences::txt),
          entry("ALR", SenderSentences::alr),
          entry("ABK", SenderSentences::abk),
          entry("ACF", SenderSentences::setUp),
          entry("ACG", SenderSentences::setUp),
          entry("CBR", SenderSentences::setUp),
          entry("AID", SenderSentences::aid));

  private static final int ADDRESS = 5;

  private PlainSentences() {}

  /**
   * Reads one sentence.
   *
   * @param text from its {@code $} to before its {@code *}
   */
  public static Understood read(String text) {
    if (text.startsWith("!")) {
      return new PassedOver(Why.ENCAPSULATED);
    }
    int comma = text.indexOf(',');
    String address = comma < 0 ? text : text.substring(0, comma);
    if (!address.startsWith("$") || address.length() < 2) {
      return new PassedOver(Why.NO_ADDRESS);
    }
    if (address.charAt(1) == 'P') {
      return new PassedOver(Why.PROPRIETARY);
    }
    if (address.length() != 1 + ADDRESS) {
      return new PassedOver(Why.UNKNOWN);
    }
    if (address.charAt(ADDRESS) == 'Q') {
      return new PassedOver(Why.QUERY);
    }
    String formatter = address.substring(3);
    Function<Fields, Plain> reader = TABLE.get(formatter);
    if (reader == null) {
      return new PassedOver(Why.UNKNOWN);
    }
    Fields fields = new Fields(text);
    Plain plain = reader.apply(fields);
    return new Said(address.substring(1, 3), formatter, plain, fields.spoilt());
  }
}
