// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.core.data.GarbledData;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** An office that is spoken to in a form over a carrier. */
public final class FormedOffice implements BackOffice, TagDesk {

  private final OfficeForm form;
  private final Carrier carrier;
  private final InstantSource clock;

  public FormedOffice(OfficeForm form, Carrier carrier, InstantSource clock) {
    this.form = form;
    this.carrier = carrier;
    this.clock = clock;
  }

  /** What was answered before trouble came is kept; of the rest nothing is known. */
  @Override
  public List<Settled> post(LaneRange range) throws OfficeTrouble {
    List<Settled> settled = new ArrayList<>();
    for (OfficeRequest request : form.post(range, clock.instant())) {
      try {
        settled.addAll(settled(request, range));
      } catch (OfficeTrouble trouble) {
        if (settled.isEmpty()) {
          throw trouble;
        }
        return settled;
      }
    }
    return settled;
  }

  @Override
  public List<Settled> status(LaneRange range) throws OfficeTrouble {
    return settled(form.status(range, clock.instant()), range);
  }

  @Override
  public ListAnswer list(ListQuestion question) throws OfficeTrouble {
    byte[] answer = carrier.exchange(form.list(question, clock.instant()));
    try {
      return form.list(answer);
    } catch (GarbledData garbled) {
      throw unreadable(garbled);
    }
  }

  @Override
  public TagAnswer ask(TagQuestion question) throws OfficeTrouble {
    byte[] answer = carrier.exchange(form.ask(question, clock.instant()));
    try {
      return form.answer(answer, question);
    } catch (GarbledData garbled) {
      throw unreadable(garbled);
    }
  }

  @Override
  public void probe() throws OfficeTrouble {
    byte[] answer = carrier.exchange(form.probe(clock.instant()));
    try {
      form.probed(answer);
    } catch (GarbledData garbled) {
      throw unreadable(garbled);
    }
  }

  private List<Settled> settled(OfficeRequest request, LaneRange range) throws OfficeTrouble {
    byte[] answer = carrier.exchange(request);
    try {
      return form.settled(answer, range);
    } catch (GarbledData garbled) {
      throw unreadable(garbled);
    }
  }

  /** An answer nobody can read is none. */
  private static OfficeTrouble unreadable(GarbledData garbled) {
    return new OfficeTrouble.Silent("the office's answer cannot be read", garbled);
  }
}
