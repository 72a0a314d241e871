package org.microgram.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.microgram.access.audit.AuditEntry;
import org.microgram.access.audit.ChainReport;

/** What {@code verify-chain --json} prints. */
final class ChainJson {

    private ChainJson() {}

    static String print(ChainReport report, Optional<Boolean> usersAsAudited) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sound", report.broken().isEmpty());
        answer.put("entries", report.entries());
        answer.put("from", report.from().map(Object::toString).orElse(null));
        answer.put("head_number", report.head().map(AuditEntry::number).orElse(null));
        answer.put("head_hash", report.head().map(AuditEntry::hash).orElse(null));
        answer.put(
                "head_algorithm",
                report.head().map(head -> head.algorithm().label()).orElse(null));
        answer.put("users_as_audited", usersAsAudited.orElse(null));
        answer.put("broken", report.broken().map(ChainJson::broken).orElse(null));
        try {
            return new ObjectMapper().writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the answer is made of texts and numbers only", e);
        }
    }

    private static Map<String, Object> broken(ChainReport.Broken broken) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("number", broken.number());
        answer.put("file", broken.file());
        answer.put("line", broken.line());
        answer.put("fault", broken.fault().name().toLowerCase(java.util.Locale.ROOT));
        answer.put("found", broken.fault().english());
        return answer;
    }
}
