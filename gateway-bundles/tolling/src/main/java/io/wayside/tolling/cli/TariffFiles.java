// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.tolling.tariff.DayCalendar;
import io.wayside.tolling.tariff.Plan;
import io.wayside.tolling.tariff.Wordings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Documents on disk: {@code config} in the source tree, {@code etc} in a release.
 *
 * @param home the source tree or the release
 */
record TariffFiles(Path home) {

  private static final List<String> FOLDERS = List.of("config", "etc");

  Plan plan(String name) throws Refused {
    try {
      return Plan.from(read("--plan", name));
    } catch (GarbledData garbled) {
      throw Refused.document("--plan: " + garbled.getMessage());
    }
  }

  /** As given, else the one the plan names, among those that ship. */
  DayCalendar calendar(Optional<String> given, Plan plan) throws Refused {
    if (given.isEmpty() && plan.calendar().equals("none")) {
      return DayCalendar.none();
    }
    String name = given.isPresent() ? given.get() : shipped(plan.calendar());
    try {
      DayCalendar calendar = DayCalendar.from(read("--calendar", name));
      if (!calendar.id().equals(plan.calendar())) {
        throw Refused.document(
            "--calendar: "
                + name
                + " is calendar \""
                + calendar.id()
                + "\", but the plan wants \""
                + plan.calendar()
                + "\"");
      }
      return calendar;
    } catch (GarbledData garbled) {
      throw Refused.document("--calendar: " + garbled.getMessage());
    }
  }

  Wordings wordings() throws Refused {
    try (InputStream in = Wordings.class.getResourceAsStream(Wordings.RESOURCE)) {
      byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
      return Wordings.from(Node.read(Wordings.RESOURCE, new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException | GarbledData broken) {
      throw Refused.document("the texts of this release are damaged: " + broken.getMessage());
    }
  }

  private String shipped(String calendar) throws Refused {
    for (String folder : FOLDERS) {
      Path file = home.resolve(folder).resolve("calendars").resolve(calendar + ".json");
      if (Files.isRegularFile(file)) {
        return file.toString();
      }
    }
    throw Refused.document(
        "the plan wants calendar \""
            + calendar
            + "\", and there is no calendars/"
            + calendar
            + ".json here; name one with --calendar FILE");
  }

  private static Node read(String option, String name) throws Refused, GarbledData {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(Path.of(name));
    } catch (InvalidPathException | IOException unreadable) {
      throw Refused.document(option + " " + name + ": the file cannot be read or is not there");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Node.read(name, text);
    } catch (CharacterCodingException notText) {
      throw Refused.document(option + " " + name + ": the file is not text in UTF-8");
    }
  }
}
