use super::*;
use crate::scheme::Options;
use crate::take::claim;
use crate::text::quotation::quotations;

/// Cue, speaker and addressee of the claim at `^`, as `cue|speaker|addressee`.
fn told(marked: &str, known: &[&str]) -> String {
    let caret = marked.chars().take_while(|&mark| mark != '^').count();
    let caret = CodePoint(u32::try_from(caret).unwrap());
    let text = Text::new(marked.replace('^', ""));
    let quotations = quotations(&text);
    let claim = claim(&text, &quotations, caret, &Options::default()).unwrap();
    let names: Vec<Known> = known
        .iter()
        .flat_map(|name| crate::take::occurrences(&text, text.as_str(), CodePoint(0), name))
        .map(|extent| Known {
            extent,
            person: true,
        })
        .collect();
    let found = attribution(&text, &quotations, &[claim], caret, None, &names);
    let shown =
        |extent: Option<Extent>| extent.and_then(|extent| text.slice(extent)).unwrap_or("–");
    format!(
        "{}|{}|{}",
        shown(found.cue),
        shown(found.speaker),
        shown(found.addressee)
    )
}

#[test]
fn english_speakers_stand_before_or_after_the_verb() {
    let cases = [
        (
            "“It will ^rise,” said Mira Vale, who keeps it.",
            "said|Mira Vale|–",
        ),
        (
            "“It will ^rise,” the lock keeper told the council on Monday.",
            "told|the lock keeper|the council",
        ),
        (
            "Th^e keeper of the lock said the river would rise.",
            "said|The keeper of the lock|–",
        ),
        (
            "Its head, Mira Vale, to^ld reporters in Arden that it rose.",
            "told|Its head, Mira Vale|reporters",
        ),
        (
            "“The ^gate held.” Asked about it, she wrote to me that ‘it leaks’.",
            "–|–|–",
        ),
        (
            "It will rise, acc^ording to the River Union, which knows.",
            "according to|River Union|–",
        ),
        (
            "The water board has al^so denied that it rose.",
            "denied|The water board|–",
        ),
        ("On Monday, Vale s^aid it rose.", "said|Vale|–"),
        (
            "Talks To Go O^n In Arden, State Department Says",
            "Says|State Department|–",
        ),
        (
            "The gat^e held, the United States said.",
            "said|United States|–",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(told(text, &[]), expected, "{text}");
    }
}

#[test]
fn a_claim_inside_a_quotation_is_attributed_inside_it() {
    assert_eq!(
        told(
            "“One captain wrote to me that ‘we ^wait’, and I read it,” she told parliament.",
            &[]
        ),
        "wrote|One captain|me"
    );
}

#[test]
fn other_scripts_and_orders() {
    let cases = [
        (
            "وقالت نقابة البحارة إن ال^خسائر كبيرة.",
            &[][..],
            "وقالت|نقابة البحارة|–",
        ),
        (
            "وأكد المتحدث باسمها، منير العيادي، للصحفيين في العاصمة أن ال^رخص منحت.",
            &["منير العيادي"][..],
            "وأكد|المتحدث باسمها، منير العيادي|للصحفيين",
        ),
        (
            "كتب حاتم بوزيد إلى وزارة الفلاحة أن ال^مدارس خلت.",
            &[][..],
            "كتب|حاتم بوزيد|وزارة الفلاحة",
        ),
        (
            "«Река ^поднимется», — сообщила директор Анна Лис.",
            &[][..],
            "сообщила|директор Анна Лис|–",
        ),
        (
            "市长林雨涵星期一对记者说，渡轮^很快恢复。",
            &["林雨涵"][..],
            "说|市长林雨涵|记者",
        ),
        ("她告诉记者，渡轮^很快恢复。", &[], "告诉|她|记者"),
        ("मेयर राधा ने कहा कि नदी ^बढ़ेगी।", &[][..], "कहा|मेयर राधा|–"),
        (
            "„Der Fluss ^steigt“, sagte Bürgermeisterin Ilse Brandt am Montag.",
            &[][..],
            "sagte|Bürgermeisterin Ilse Brandt|–",
        ),
    ];
    for (text, known, expected) in cases {
        assert_eq!(told(text, known), expected, "{text}");
    }
}

#[test]
fn chinese_speakers_as_newspapers_name_them() {
    let cases = [
        ("云澜江停航三日 临河^要求上游放水", "要求|临河|–"),
        (
            "临河市交通局发言人周敏周一表示，渡轮^最早要到周五才能恢复。",
            "表示|临河市交通局发言人周敏|–",
        ),
        (
            "“我们不是^不想开船，”周敏在记者会上说，“而是水太浅。”",
            "说|周敏|–",
        ),
        ("她又说，交通局^已安排三十辆大巴。", "说|她|–"),
        ("她说，大巴已经安排，但承^认绕行要多花半小时。", "承认|她|–"),
        (
            "市长何建中向云岭省政府去信，指责白鹿水库^只蓄不放。",
            "指责|市长何建中|云岭省政府",
        ),
        (
            "省水利厅总工程师梁永康告诉本报，水库^目前只有四成。",
            "告诉|省水利厅总工程师梁永康|本报",
        ),
        (
            "据云岭气象台预测，未来^十天不会有降雨。",
            "预测|云岭气象台|–",
        ),
        ("据新华社报道，渡轮^很快恢复。", "报道|新华社|–"),
        (
            "临河大学水文学者沈若兰则认为，问题^不在天气。",
            "认为|临河大学水文学者沈若兰|–",
        ),
        (
            "国家水资源委员会周一晚间发表声明称，已^派工作组前往。",
            "称|国家水资源委员会|–",
        ),
        ("有官员私下透露，开闸^的可能性不大。", "透露|官员|–"),
        ("昨日周敏表示，渡轮^很快恢复。", "表示|周敏|–"),
        (
            "她说：「专家组在报告里写得很清楚：『^没有信息共享，就没有调度』。」",
            "写|专家组|–",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(told(text, &[]), expected, "{text}");
    }
    let place_and_more = "何建中的秘书说，市长^不在。";
    assert_eq!(told(place_and_more, &["何建中"]), "说|何建中的秘书|–");
}

#[test]
fn persian_speakers_before_a_verb_that_stands_last() {
    let cases = [
        (
            "بندر مهران - شهردار بندر، نسرین کاویانی، روز دوشنبه گفت سطح آب ^پایین آمده است.",
            "گفت|شهردار بندر، نسرین کاویانی|–",
        ),
        (
            "«ما ^صدقه نمی‌خواهیم»، کاویانی به خبرنگاران گفت، «اما آب حق مردم است.»",
            "گفت|کاویانی|خبرنگاران",
        ),
        (
            "سخنگوی وزارت نیرو، بهرام یوسفی، در گفت‌وگو با Radio Novin اعلام کرد که سد ^آب ندارد.",
            "اعلام کرد|سخنگوی وزارت نیرو، بهرام یوسفی|–",
        ),
        (
            "به گفته پژوهشگران دانشگاه، نیمی ^از آب هدر می‌رود.",
            "به گفته|پژوهشگران دانشگاه|–",
        ),
        (
            "یک مقام محلی که نخواست نامش فاش شود گفت گزارش ^منتشر نشده است.",
            "گفت|یک مقام محلی|–",
        ),
        ("او افزود: «هر ^تصمیمی قمار است.»", "افزود|او|–"),
    ];
    for (text, expected) in cases {
        assert_eq!(told(text, &[]), expected, "{text}");
    }
}

#[test]
fn a_colon_reports_in_a_headline_and_before_a_quotation() {
    let cases = [
        ("Minister: Ferries ^stay in port", ":|Minister|–"),
        (
            "Transport Minister Vale: “It ^will rise”",
            ":|Transport Minister Vale|–",
        ),
        ("市长：^渡轮很快恢复", "：|市长|–"),
        (
            "It rained. Vale: “It ^will rise.” Nobody moved.",
            ":|Vale|–",
        ),
        (
            "It rained. The plan was simple: ^a dam. Nobody moved.",
            "–|–|–",
        ),
        ("They had one demand: ^open the gate.", "–|–|–"),
        ("Boats leave at 10:30 ^from the quay", "–|–|–"),
        ("Minister: Ferries ^stay in port, Vale says", "says|Vale|–"),
    ];
    for (text, expected) in cases {
        assert_eq!(told(text, &[]), expected, "{text}");
    }
}
