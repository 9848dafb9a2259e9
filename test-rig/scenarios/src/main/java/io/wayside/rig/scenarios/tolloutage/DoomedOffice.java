// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.tolloutage;

import io.wayside.tolling.office.BackOffice;
import io.wayside.tolling.office.LaneRange;
import io.wayside.tolling.office.ListAnswer;
import io.wayside.tolling.office.ListQuestion;
import io.wayside.tolling.office.OfficeTrouble;
import io.wayside.tolling.office.Settled;
import java.util.List;

/** The way to an office on which the process dies, before or after a post arrived. */
final class DoomedOffice implements BackOffice {

  /** The process is gone. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed");
    }
  }

  private final BackOffice office;
  private int postsLeft = Integer.MAX_VALUE;
  private boolean whenItArrived;

  DoomedOffice(BackOffice office) {
    this.office = office;
  }

  /** Dies at one of the next posts. */
  void dieAfter(int posts, boolean arrived) {
    postsLeft = posts;
    whenItArrived = arrived;
  }

  @Override
  public List<Settled> post(LaneRange range) throws OfficeTrouble {
    if (postsLeft-- > 0) {
      return office.post(range);
    }
    postsLeft = Integer.MAX_VALUE;
    if (whenItArrived) {
      office.post(range);
    }
    throw new Killed();
  }

  @Override
  public List<Settled> status(LaneRange range) throws OfficeTrouble {
    return office.status(range);
  }

  @Override
  public ListAnswer list(ListQuestion question) throws OfficeTrouble {
    return office.list(question);
  }
}
