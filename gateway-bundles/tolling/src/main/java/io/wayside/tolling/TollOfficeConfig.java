// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** A back office: where it is, how it is spoken to, and how fast. */
@ObjectClassDefinition(
    name = "Back office",
    description = "Where passages, corrections, violations and shifts are posted, and lanes ask")
public @interface TollOfficeConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Address",
      description =
          "Where requests go, each to its operation below this, such as"
              + " https://office.example/toll/")
  String address();

  @AttributeDefinition(
      name = "Form",
      description =
          "How requests look: iso (JSON in the manner of ISO 12855) or netc (XML in the manner of"
              + " India's NETC)",
      options = {@Option(value = "iso"), @Option(value = "netc")})
  String form() default "iso";

  @AttributeDefinition(
      name = "Originator",
      description = "Who posts, as the office knows it: the toll charger's id")
  String originator();

  @AttributeDefinition(
      name = "Destination",
      description = "Whose office it is, for the form iso; empty: none is named")
  String destination() default "";

  @AttributeDefinition(
      name = "Token file",
      description =
          "File with the office's bearer token as its only line, read for each request; from beside"
              + " the site document. Empty: none is sent")
  String tokenFile() default "";

  @AttributeDefinition(
      name = "CA file",
      description =
          "PEM file of those who may vouch for the office, from beside the site document. Empty:"
              + " Java's own list")
  String caFile() default "";

  @AttributeDefinition(
      name = "Streams",
      description =
          "Streams whose records are posted, such as toll.lane-1 and toll-shift.0017; none: all of"
              + " this gateway")
  String[] streams() default {};

  @AttributeDefinition(
      name = "Connect within",
      description = "Time in which a connection must be made",
      min = "100",
      max = "60000")
  int connectWithinMs() default 5_000;

  @AttributeDefinition(
      name = "Settle within",
      description = "Time in which the office must answer a post; then it is asked what it has",
      min = "1000",
      max = "300000")
  int settleWithinMs() default 30_000;

  @AttributeDefinition(
      name = "Answer within",
      description =
          "Time after which a question about a tag is given up. How long a vehicle waits is the"
              + " policy's to say",
      min = "100",
      max = "30000")
  int answerWithinMs() default 1_000;

  @AttributeDefinition(
      name = "Questions at once",
      description = "How many questions about tags may be under way",
      min = "1",
      max = "32")
  int questionsAtOnce() default 4;

  @AttributeDefinition(
      name = "Pace",
      description = "Records posted in a second in the long run",
      min = "0.1",
      max = "10000")
  double perSecond() default 50;

  @AttributeDefinition(
      name = "Burst",
      description = "Records posted at once after a rest",
      min = "1",
      max = "10000")
  int burst() default 100;

  @AttributeDefinition(
      name = "Range",
      description = "Records in one request",
      min = "1",
      max = "1000")
  int range() default 50;

  @AttributeDefinition(
      name = "First retry",
      description = "Wait after the first failure; it doubles from there",
      min = "100",
      max = "60000")
  int firstRetryMs() default 2_000;

  @AttributeDefinition(
      name = "Last retry",
      description = "Longest wait between two tries",
      min = "1",
      max = "3600")
  int lastRetryS() default 300;
}
