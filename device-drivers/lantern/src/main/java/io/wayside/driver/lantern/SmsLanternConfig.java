// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Lanterns by text message",
    description =
        "Lanterns that answer and raise alarms by text message, through a modem. They are only ever"
            + " asked: a sender's number can be forged, and no lantern is known that takes orders"
            + " with a code that cannot.")
@interface SmsLanternConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Link",
      description = "Where the modem is: serial:/dev/serial/by-id/NAME?115200,8N1.")
  String link();

  @AttributeDefinition(
      name = "Lanterns",
      description =
          "NAME=+84901234567 each; the number with plus and country. Only these are believed; they"
              + " report as lantern:NAME.")
  String[] lanterns();

  @AttributeDefinition(
      name = "Texts",
      description =
          "Vocabulary of the make: a name of the release (texts-sealite), or the path of a file"
              + " beside the site document.")
  String texts();

  @AttributeDefinition(
      name = "Ask",
      description =
          "How often each lantern is asked everything in the vocabulary, in seconds; 0: never, they"
              + " speak by themselves.",
      min = "0",
      max = "2678400")
  int askEveryS() default 86_400;

  @AttributeDefinition(
      name = "Messages a day",
      description = "How many messages may be sent in 24 hours at most: they cost money.",
      min = "0",
      max = "1000")
  int messagesADay() default 20;

  @AttributeDefinition(
      name = "Look",
      description =
          "How often the modem is asked for messages in seconds, beside those that it announces.",
      min = "1",
      max = "3600")
  int lookEveryS() default 30;

  @AttributeDefinition(
      name = "Old after",
      description = "Messages that were on their way for longer are not believed, in seconds.",
      min = "60",
      max = "86400")
  int oldAfterS() default 3_600;

  @AttributeDefinition(
      name = "Answer within",
      description =
          "How long the modem may take to answer in milliseconds; a message to be sent may take a"
              + " minute.",
      min = "500",
      max = "60000")
  int answerWithinMs() default 10_000;

  @AttributeDefinition(
      name = "File of the PIN",
      description =
          "File beside the site document whose only line is the SIM's PIN; it is tried once.")
  String pinFile() default "";

  @AttributeDefinition(
      name = "First retry",
      description = "Longest wait before the modem is opened anew, in milliseconds.",
      min = "20",
      max = "10000")
  int firstRetryMs() default 1_000;

  @AttributeDefinition(
      name = "Longest retry",
      description = "Longest wait between two such attempts, in milliseconds.",
      min = "100",
      max = "600000")
  int longestRetryMs() default 60_000;
}
