// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.driver.indicator.codec;

import io.wayside.rig.systemtests.house.Breaks;
import java.io.InputStream;

/** A codec is given bytes. */
@Breaks("a pure package has no I/O, no threads and no framework")
record ReadsAStream(InputStream stream) {}
