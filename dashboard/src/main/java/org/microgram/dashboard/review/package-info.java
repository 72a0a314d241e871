/** Review (审核): what waits for a person, and which messages a person's decision becomes. Nothing here writes; states only rise. */
package org.microgram.dashboard.review;
