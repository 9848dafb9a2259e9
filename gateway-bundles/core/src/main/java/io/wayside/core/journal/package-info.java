// SPDX-License-Identifier: Apache-2.0
/**
 * The journal's contract: what it has accepted is durable; what it has not accepted did not happen.
 */
@Export
@Version("1.3.0")
@NullMarked
package io.wayside.core.journal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
