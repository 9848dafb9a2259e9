// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.netc;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;

/** The request that posts one record. */
final class ReqPay {

  private final String organisation;
  private final JournalRecord record;
  private final Fields body;
  private final Instant sent;

  ReqPay(String organisation, JournalRecord record, Instant sent) {
    this.organisation = organisation;
    this.record = record;
    this.body = new Fields(record.body());
    this.sent = sent;
  }

  byte[] content() {
    XmlText xml = XmlText.begin("ReqPay", organisation, TxnId.of(record), sent);
    xml.empty(
        "Txn",
        "id",
        TxnId.of(record),
        "ts",
        record.occurred().wall().toString(),
        "tsRead",
        tsRead(),
        "type",
        type(),
        "refUrl",
        record.id().toString(),
        "orgTxnId",
        body.member("of").whole("number").map(String::valueOf).orElse(""));
    body.member("entry").text("station").ifPresent(station -> entry(xml, station));
    xml.empty("Plaza", "id", text("station"), "type", plazaType());
    xml.empty(
        "Lane",
        "id",
        text("lane"),
        "direction",
        text("direction"),
        "laneId",
        record.id().stream(),
        "number",
        Long.toString(record.id().sequence()),
        "Status",
        "OPEN",
        "Mode",
        "NORMAL");
    xml.empty(
        "ReaderVerificationResult",
        "signAuth",
        "NOT_VERIFIED",
        "vehicleAuth",
        "UNKNOWN",
        "mode",
        body.member("decision").text("mode").orElse(""));
    vehicle(xml);
    payment(xml);
    return xml.end();
  }

  private void entry(XmlText xml, String station) {
    xml.empty(
        "EntryTxn",
        "plazaId",
        station,
        "ts",
        body.member("entry").text("at").orElse(""),
        "id",
        body.member("entry").text("record").orElse(""));
  }

  /** When the tag was first heard: as far before {@code occurred} as the record says. */
  private String tsRead() {
    return body.each("tags").stream()
        .filter(tag -> tag.truth("chosen"))
        .findFirst()
        .flatMap(tag -> tag.number("firstS"))
        .map(seconds -> record.occurred().wall().plusNanos(Math.round(seconds * 1e9)).toString())
        .orElse("");
  }

  private String type() {
    return switch (record.kind().name()) {
      case "toll-correction" -> body.whole("minor").orElse(0L) < 0 ? "CREDIT" : "DEBIT";
      case "toll-passage" -> body.member("fare").isThere() ? "DEBIT" : "NON_FIN";
      case "toll-shift" -> "RECON";
      default -> "VIOLATION_AUDIT";
    };
  }

  private String plazaType() {
    return body.member("entry").isThere() ? "CLOSED" : "OPEN";
  }

  private void vehicle(XmlText xml) {
    Fields measured = body.member("measured");
    xml.empty(
        "Vehicle",
        "tagId",
        body.member("decision").text("tag").orElse(""),
        "class",
        number(body.member("decision"), "group"),
        "avc",
        number(measured, "group"),
        "axleCount",
        number(measured, "axles"),
        "plate",
        body.member("plate").text("text").orElse(""));
  }

  private static String number(Fields fields, String name) {
    return fields.whole(name).map(String::valueOf).orElse("");
  }

  private void payment(XmlText xml) {
    boolean correction = record.kind().name().equals("toll-correction");
    Fields money = correction ? body : body.member("fare");
    xml.open("Payment");
    xml.empty(
        "Amount",
        "curr",
        money.text("currency").orElse(""),
        "value",
        money.whole("minor").map(minor -> decimal(minor, money)).orElse("0"),
        "priceMode",
        body.member("entry").isThere() ? "DISTANCE" : "POINT",
        "PaymentMode",
        body.text("payment").orElse(""));
    xml.close();
  }

  /** Without a sign: the type says which way it goes. */
  private static String decimal(long minor, Fields money) {
    int decimals = money.text("currency").map(code -> digits(code)).orElse(0);
    return BigDecimal.valueOf(Math.abs(minor), decimals).toPlainString();
  }

  private static int digits(String code) {
    try {
      return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    } catch (IllegalArgumentException unknown) {
      return 0; // no such currency at ISO 4217: whole units
    }
  }

  private String text(String name) {
    return body.text(name).orElse("");
  }
}
