// SPDX-License-Identifier: Apache-2.0
/** What somebody offers who names vehicles in pictures: another runtime of models, a process. */
@Export
@Version("1.1.0")
@NullMarked
package io.wayside.counting.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
