// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import io.wayside.core.device.SampleBlock;

/** Takes what a decoder finds, in the order of the file. */
public interface RecordingSink {

  /** Comes before the first block; again, another, when recordings were joined end to end. */
  void head(RecordingHead head);

  void block(SampleBlock block);

  /** A stretch gave nothing; what follows is whole again. */
  void damaged(Damage damage);
}
